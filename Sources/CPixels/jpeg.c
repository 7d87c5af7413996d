#include "CPixels.h"
#include "reason.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <jpeglib.h>
#include <jerror.h>

_Static_assert(CERTPRESS_REASON_CAPACITY >= JMSG_LENGTH_MAX, "a message of libjpeg fits");

/// A progressive file says how many times it goes over the picture, each time at full cost. Encoders use about ten
/// scans; a file with thousands of empty ones would keep us busy for hours.
enum { MOST_SCANS = 64 };

/// Everything one call needs. It belongs to the caller of `attempt`, never to the frame of setjmp itself, so that its
/// members are defined after a longjmp (C11 7.13.2.1).
struct job {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_source_mgr source;
  struct jpeg_progress_mgr progress;
  jmp_buf escape;
  certpress_status status;
  char *reason;

  const uint8_t *bytes;
  size_t length;
  certpress_header *header;
  void *scratch;
  uint8_t *pixels;
  int32_t width, height;
  size_t stride;
};

static void fail(struct job *job, certpress_status status, const char *sentence) {
  job->status = status;
  certpress_give_reason(job->reason, sentence);
  longjmp(job->escape, 1);
}

static certpress_status status_of(int message) {
  switch (message) {
  case JERR_OUT_OF_MEMORY:
  case JERR_NO_BACKING_STORE:
    return CERTPRESS_NO_MEMORY;
  case JERR_ARITH_NOTIMPL:
  case JERR_BAD_PRECISION:
  case JERR_CONVERSION_NOTIMPL:
  case JERR_NOT_COMPILED:
  case JERR_SOF_UNSUPPORTED:
  case JERR_CCIR601_NOTIMPL:
  case JERR_FRACT_SAMPLE_NOTIMPL:
    return CERTPRESS_UNSUPPORTED;
  default:
    return CERTPRESS_DAMAGED;
  }
}

static void stop(j_common_ptr jpeg) {
  char sentence[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, sentence);
  fail(jpeg->client_data, status_of(jpeg->err->msg_code), sentence);
}

/// Level -1 is a warning, and libjpeg warns of corrupt data: what it would go on to show is grey or garbled.
static void stop_at_warning(j_common_ptr jpeg, int level) {
  if (level < 0) stop(jpeg);
}

static void say_nothing(j_common_ptr jpeg) { (void)jpeg; }

static void do_nothing(j_decompress_ptr jpeg) { (void)jpeg; }

static boolean stop_at_end(j_decompress_ptr jpeg) {
  fail(jpeg->client_data, CERTPRESS_TRUNCATED, "the data end before the picture does");
  return FALSE;
}

static void skip(j_decompress_ptr jpeg, long count) {
  if (count <= 0) return;
  if ((size_t)count > jpeg->src->bytes_in_buffer) stop_at_end(jpeg);
  jpeg->src->next_input_byte += count;
  jpeg->src->bytes_in_buffer -= (size_t)count;
}

static void stop_at_many_scans(j_common_ptr jpeg) {
  if (((j_decompress_ptr)jpeg)->input_scan_number > MOST_SCANS)
    fail(jpeg->client_data, CERTPRESS_DAMAGED, "more scans than a picture needs");
}

static void open_jpeg(struct job *job) {
  jpeg_create_decompress(&job->jpeg);
  // libjpeg takes its limit from the environment's JPEGMEM; the caller's check of the header is the limit here.
  job->jpeg.mem->max_memory_to_use = 0;
  job->source = (struct jpeg_source_mgr){
      .next_input_byte = job->bytes,
      .bytes_in_buffer = job->length,
      .init_source = do_nothing,
      .fill_input_buffer = stop_at_end,
      .skip_input_data = skip,
      .resync_to_restart = jpeg_resync_to_restart,
      .term_source = do_nothing,
  };
  job->jpeg.src = &job->source;
  job->progress.progress_monitor = stop_at_many_scans;
  job->jpeg.progress = &job->progress;
  jpeg_read_header(&job->jpeg, TRUE);
}

/// Call after the last row; by then all scans were read that belong to it. Scans that never came leave a component grey
/// or blurred, and libjpeg does not mind.
static void close_jpeg(struct job *job) {
  for (int component = 0; component < job->jpeg.num_components; component++) {
    if (job->jpeg.comp_info[component].quant_table == NULL)
      fail(job, CERTPRESS_TRUNCATED, "a colour component has no scan");
    for (int k = 0; job->jpeg.progressive_mode && k < DCTSIZE2; k++)
      if (job->jpeg.coef_bits[component][k] != 0) fail(job, CERTPRESS_TRUNCATED, "a scan is missing");
  }
  jpeg_finish_decompress(&job->jpeg);
}

static certpress_colour colour_of(J_COLOR_SPACE space) {
  switch (space) {
  case JCS_GRAYSCALE: return CERTPRESS_COLOUR_GREY;
  case JCS_RGB: return CERTPRESS_COLOUR_RGB;
  case JCS_YCbCr: return CERTPRESS_COLOUR_YCBCR;
  case JCS_CMYK:
  case JCS_YCCK: return CERTPRESS_COLOUR_CMYK;
  default: return CERTPRESS_COLOUR_OTHER;
  }
}

static void read_header(struct job *job) {
  open_jpeg(job);
  *job->header = (certpress_header){
      .width = (int32_t)job->jpeg.image_width,
      .height = (int32_t)job->jpeg.image_height,
      .colour = colour_of(job->jpeg.jpeg_color_space),
      .has_alpha = false,
  };
}

/// An eighth of the size needs the DC coefficients only, but every code of the others is still read and checked.
static void read_every_row(struct job *job) {
  open_jpeg(job);
  job->jpeg.scale_num = 1;
  job->jpeg.scale_denom = 8;
  job->jpeg.out_color_space = job->jpeg.jpeg_color_space;
  job->jpeg.do_fancy_upsampling = FALSE;
  job->jpeg.do_block_smoothing = FALSE;
  jpeg_start_decompress(&job->jpeg);
  job->scratch = malloc((size_t)job->jpeg.output_width * (size_t)job->jpeg.output_components);
  if (job->scratch == NULL) fail(job, CERTPRESS_NO_MEMORY, "no memory for a row");
  JSAMPROW row = job->scratch;
  while (job->jpeg.output_scanline < job->jpeg.output_height) jpeg_read_scanlines(&job->jpeg, &row, 1);
  close_jpeg(job);
}

static void read_pixels(struct job *job) {
  open_jpeg(job);
  if ((int64_t)job->jpeg.image_width != job->width || (int64_t)job->jpeg.image_height != job->height)
    fail(job, CERTPRESS_WRONG_SIZE, "not the size in the header");
  switch (job->jpeg.jpeg_color_space) {
  case JCS_GRAYSCALE:
  case JCS_RGB:
  case JCS_YCbCr: break;
  default: fail(job, CERTPRESS_UNSUPPORTED, "not grey, RGB or YCbCr");
  }
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  job->jpeg.out_color_space = JCS_EXT_BGRA;
#else
  job->jpeg.out_color_space = JCS_EXT_ARGB;
#endif
  job->jpeg.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&job->jpeg);
  while (job->jpeg.output_scanline < job->jpeg.output_height) {
    JSAMPROW row = job->pixels + job->stride * job->jpeg.output_scanline;
    jpeg_read_scanlines(&job->jpeg, &row, 1);
  }
  close_jpeg(job);
}

static void attempt(struct job *job, void (*work)(struct job *)) {
  if (setjmp(job->escape) == 0) work(job);
}

static certpress_status run(struct job *job, void (*work)(struct job *)) {
  job->jpeg.err = jpeg_std_error(&job->errors);
  job->errors.error_exit = stop;
  job->errors.emit_message = stop_at_warning;
  job->errors.output_message = say_nothing;
  job->jpeg.client_data = job;
  attempt(job, work);
  free(job->scratch);
  jpeg_destroy_decompress(&job->jpeg);
  return job->status;
}

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

const char *certpress_jpeg_version(void) { return TEXT(LIBJPEG_TURBO_VERSION); }

certpress_status certpress_jpeg_read_header(
    const uint8_t *bytes, size_t length, certpress_header *header, char *reason) {
  struct job job = {.bytes = bytes, .length = length, .header = header, .reason = reason};
  return run(&job, read_header);
}

certpress_status certpress_jpeg_validate(const uint8_t *bytes, size_t length, char *reason) {
  struct job job = {.bytes = bytes, .length = length, .reason = reason};
  return run(&job, read_every_row);
}

certpress_status certpress_jpeg_decode(
    const uint8_t *bytes, size_t length, uint8_t *pixels, int32_t width, int32_t height, size_t stride, char *reason) {
  struct job job = {
      .bytes = bytes, .length = length, .reason = reason,
      .pixels = pixels, .width = width, .height = height, .stride = stride,
  };
  return run(&job, read_pixels);
}
