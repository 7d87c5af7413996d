#include "CPixels.h"
#include "reason.h"
#include <setjmp.h>
#include <stdlib.h>
#include <png.h>

_Static_assert(
    CERTPRESS_PNG_FILTER_NONE == PNG_FILTER_NONE && CERTPRESS_PNG_FILTER_SUB == PNG_FILTER_SUB &&
        CERTPRESS_PNG_FILTER_UP == PNG_FILTER_UP && CERTPRESS_PNG_FILTER_AVERAGE == PNG_FILTER_AVG &&
        CERTPRESS_PNG_FILTER_PAETH == PNG_FILTER_PAETH,
    "the filters are libpng's");

/// Everything one call needs. It belongs to the caller of `attempt`, never to the frame of setjmp itself, so that its
/// members are defined after a longjmp (C11 7.13.2.1).
struct job {
  png_structp png;
  png_infop info;
  jmp_buf escape;
  certpress_status status;
  char *reason;
  uint8_t *row;

  // Reading
  const uint8_t *input;
  size_t remaining;
  certpress_header *header;
  uint8_t *pixels;

  // Writing
  const uint8_t *source;
  certpress_png_options options;
  uint8_t *output;
  size_t length, capacity;

  int32_t width, height;
  size_t stride;
};

static void fail(struct job *job, certpress_status status, const char *sentence) {
  job->status = status;
  certpress_give_reason(job->reason, sentence);
  longjmp(job->escape, 1);
}

static void stop(png_structp png, png_const_charp sentence) {
  struct job *job = png_get_error_ptr(png);
  bool memory = strstr(sentence, "emory") != NULL;
  fail(job, memory ? CERTPRESS_NO_MEMORY : CERTPRESS_DAMAGED, sentence);
}

static void say_nothing(png_structp png, png_const_charp sentence) {
  (void)png;
  (void)sentence;
}

static void attempt(struct job *job, void (*work)(struct job *)) {
  if (setjmp(job->escape) == 0) work(job);
}

static void *allocate_row(struct job *job, size_t size) {
  job->row = malloc(size);
  if (job->row == NULL) fail(job, CERTPRESS_NO_MEMORY, "no memory for a row");
  return job->row;
}

// Reading

static void take(png_structp png, png_bytep bytes, size_t count) {
  struct job *job = png_get_io_ptr(png);
  if (count > job->remaining) fail(job, CERTPRESS_TRUNCATED, "the data end before the picture does");
  memcpy(bytes, job->input, count);
  job->input += count;
  job->remaining -= count;
}

static void open_png(struct job *job) {
  job->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, job, stop, say_nothing);
  if (job->png == NULL) fail(job, CERTPRESS_NO_MEMORY, "no memory for libpng");
  job->info = png_create_info_struct(job->png);
  if (job->info == NULL) fail(job, CERTPRESS_NO_MEMORY, "no memory for libpng");
  png_set_read_fn(job->png, job, take);
  // Otherwise libpng goes on after a wrong checksum of the pixel data or an index outside of the palette.
  png_set_benign_errors(job->png, 0);
  png_set_crc_action(job->png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  // Nothing but IHDR, PLTE, tRNS, IDAT and IEND is read: comments and profiles can unpack to any size.
  png_set_keep_unknown_chunks(job->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_read_info(job->png, job->info);
}

static certpress_status read(struct job *job, void (*work)(struct job *)) {
  attempt(job, work);
  free(job->row);
  png_destroy_read_struct(&job->png, &job->info, NULL);
  return job->status;
}

static void read_header(struct job *job) {
  open_png(job);
  png_byte type = png_get_color_type(job->png, job->info);
  *job->header = (certpress_header){
      .width = (int32_t)png_get_image_width(job->png, job->info),
      .height = (int32_t)png_get_image_height(job->png, job->info),
      .colour = (type & PNG_COLOR_MASK_COLOR) != 0 ? CERTPRESS_COLOUR_RGB : CERTPRESS_COLOUR_GREY,
      .has_alpha = (type & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(job->png, job->info, PNG_INFO_tRNS) != 0,
  };
}

const char *certpress_png_version(void) { return png_get_libpng_ver(NULL); }

certpress_status certpress_png_read_header(
    const uint8_t *bytes, size_t length, certpress_header *header, char *reason) {
  struct job job = {.input = bytes, .remaining = length, .header = header, .reason = reason};
  return read(&job, read_header);
}

static void read_every_row(struct job *job) {
  open_png(job);
  int passes = png_set_interlace_handling(job->png);
  png_read_update_info(job->png, job->info);
  uint8_t *row = allocate_row(job, png_get_rowbytes(job->png, job->info));
  png_uint_32 height = png_get_image_height(job->png, job->info);
  for (int pass = 0; pass < passes; pass++)
    for (png_uint_32 y = 0; y < height; y++) png_read_row(job->png, row, NULL);
  png_read_end(job->png, NULL);
}

certpress_status certpress_png_validate(const uint8_t *bytes, size_t length, char *reason) {
  struct job job = {.input = bytes, .remaining = length, .reason = reason};
  return read(&job, read_every_row);
}

/// RGBA bytes become one premultiplied native word in place, rounded as cairo rounds.
static inline uint32_t premultiplied(uint32_t sample, uint32_t alpha) {
  uint32_t product = sample * alpha + 0x80;
  return (product + (product >> 8)) >> 8;
}

static void premultiply_row(uint8_t *row, int32_t width) {
  for (int32_t x = 0; x < width; x++) {
    uint8_t *rgba = row + 4 * (size_t)x;
    uint32_t alpha = rgba[3];
    uint32_t word = alpha << 24 | premultiplied(rgba[0], alpha) << 16 | premultiplied(rgba[1], alpha) << 8 |
                    premultiplied(rgba[2], alpha);
    memcpy(rgba, &word, sizeof word);
  }
}

static void read_pixels(struct job *job) {
  open_png(job);
  if ((int64_t)png_get_image_width(job->png, job->info) != job->width ||
      (int64_t)png_get_image_height(job->png, job->info) != job->height)
    fail(job, CERTPRESS_WRONG_SIZE, "not the size in the header");
  png_set_expand(job->png);
  png_set_scale_16(job->png);
  png_set_gray_to_rgb(job->png);
  png_set_add_alpha(job->png, 0xFF, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling(job->png);
  png_read_update_info(job->png, job->info);
  for (int pass = 0; pass < passes; pass++)
    for (int32_t y = 0; y < job->height; y++) png_read_row(job->png, job->pixels + job->stride * (size_t)y, NULL);
  png_read_end(job->png, NULL);
  // Not before the last pass: until then an interlaced row is combined with the passes before.
  for (int32_t y = 0; y < job->height; y++) premultiply_row(job->pixels + job->stride * (size_t)y, job->width);
}

certpress_status certpress_png_decode(
    const uint8_t *bytes, size_t length, uint8_t *pixels, int32_t width, int32_t height, size_t stride, char *reason) {
  struct job job = {
      .input = bytes, .remaining = length, .reason = reason,
      .pixels = pixels, .width = width, .height = height, .stride = stride,
  };
  return read(&job, read_pixels);
}

// Writing

static void give(png_structp png, png_bytep bytes, size_t count) {
  struct job *job = png_get_io_ptr(png);
  if (count > job->capacity - job->length) {
    size_t capacity = job->capacity * 2 > job->length + count ? job->capacity * 2 : job->length + count;
    uint8_t *larger = realloc(job->output, capacity);
    if (larger == NULL) fail(job, CERTPRESS_NO_MEMORY, "no memory for the file");
    job->output = larger;
    job->capacity = capacity;
  }
  memcpy(job->output + job->length, bytes, count);
  job->length += count;
}

static void flush_nothing(png_structp png) { (void)png; }

static inline uint8_t straight(uint32_t sample, uint32_t alpha) {
  uint32_t value = (sample * 255 + alpha / 2) / alpha;
  return (uint8_t)(value > 255 ? 255 : value);
}

static void fill_rgba(uint8_t *row, const uint8_t *pixels, int32_t width) {
  for (int32_t x = 0; x < width; x++, row += 4) {
    uint32_t word;
    memcpy(&word, pixels + 4 * (size_t)x, sizeof word);
    uint32_t alpha = word >> 24;
    if (alpha == 0) {
      memset(row, 0, 4);
    } else {
      row[0] = straight(word >> 16 & 0xFF, alpha);
      row[1] = straight(word >> 8 & 0xFF, alpha);
      row[2] = straight(word & 0xFF, alpha);
      row[3] = (uint8_t)alpha;
    }
  }
}

static void fill_rgb(uint8_t *row, const uint8_t *pixels, int32_t width) {
  for (int32_t x = 0; x < width; x++, row += 3) {
    uint32_t word;
    memcpy(&word, pixels + 4 * (size_t)x, sizeof word);
    row[0] = (uint8_t)(word >> 16);
    row[1] = (uint8_t)(word >> 8);
    row[2] = (uint8_t)word;
  }
}

static void write_pixels(struct job *job) {
  bool alpha = job->options.has_alpha;
  job->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, job, stop, say_nothing);
  if (job->png == NULL) fail(job, CERTPRESS_NO_MEMORY, "no memory for libpng");
  job->info = png_create_info_struct(job->png);
  if (job->info == NULL) fail(job, CERTPRESS_NO_MEMORY, "no memory for libpng");
  png_set_write_fn(job->png, job, give, flush_nothing);
  png_set_IHDR(
      job->png, job->info, (png_uint_32)job->width, (png_uint_32)job->height, 8,
      alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
      PNG_FILTER_TYPE_DEFAULT);
  uint32_t density = job->options.pixels_per_metre;
  if (density > 0) png_set_pHYs(job->png, job->info, density, density, PNG_RESOLUTION_METER);
  png_set_compression_level(job->png, job->options.compression_level);
  png_set_filter(job->png, PNG_FILTER_TYPE_BASE, job->options.filters);
  png_write_info(job->png, job->info);
  uint8_t *row = allocate_row(job, (alpha ? 4 : 3) * (size_t)job->width);
  for (int32_t y = 0; y < job->height; y++) {
    const uint8_t *line = job->source + job->stride * (size_t)y;
    if (alpha) fill_rgba(row, line, job->width);
    else fill_rgb(row, line, job->width);
    png_write_row(job->png, row);
  }
  png_write_end(job->png, job->info);
}

certpress_status certpress_png_encode(
    const uint8_t *pixels, int32_t width, int32_t height, size_t stride, certpress_png_options options,
    certpress_bytes *encoded, char *reason) {
  struct job job = {
      .source = pixels, .width = width, .height = height, .stride = stride, .options = options, .reason = reason,
  };
  attempt(&job, write_pixels);
  free(job.row);
  png_destroy_write_struct(&job.png, &job.info);
  if (job.status == CERTPRESS_OK) *encoded = (certpress_bytes){job.output, job.length};
  else free(job.output);
  return job.status;
}

void certpress_bytes_free(certpress_bytes bytes) { free(bytes.start); }
