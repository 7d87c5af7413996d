#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// JPEG and PNG ⇄ pixels, over libjpeg-turbo and libpng. Both libraries report errors by longjmp, which must never cross
// a Swift frame: it ends inside these functions. They keep no state, are safe on any thread and write nothing to stderr.
//
// Pixels are cairo's: 32 bits each, native-endian 0xAARRGGBB, premultiplied (CAIRO_FORMAT_ARGB32), or with AA = 0xFF
// everywhere where there is no alpha (fits CAIRO_FORMAT_RGB24 and ARGB32). `stride` is bytes from row to row, at least
// 4 · width and a multiple of 4; rows run from the top.

typedef enum __attribute__((enum_extensibility(closed))) {
  CERTPRESS_OK = 0,
  CERTPRESS_NO_MEMORY,
  /// The data end before the picture does.
  CERTPRESS_TRUNCATED,
  /// The data contradict themselves; libjpeg's warnings of corrupt data count as this.
  CERTPRESS_DAMAGED,
  /// A kind of file the library does not read.
  CERTPRESS_UNSUPPORTED,
  /// The width and height given are not those of the picture.
  CERTPRESS_WRONG_SIZE,
} certpress_status;

/// Room for the library's own sentence about a failure, with its terminating zero.
enum { CERTPRESS_REASON_CAPACITY = 200 };

typedef enum __attribute__((enum_extensibility(closed))) {
  CERTPRESS_COLOUR_OTHER = 0,
  CERTPRESS_COLOUR_GREY,
  CERTPRESS_COLOUR_RGB,
  CERTPRESS_COLOUR_YCBCR,
  /// CMYK or YCCK.
  CERTPRESS_COLOUR_CMYK,
} certpress_colour;

typedef struct {
  /// Pixels, as stored (before EXIF orientation). Unchecked: decide what is too large before allocating.
  int32_t width, height;
  /// JPEG: as libjpeg reads the file (JFIF, Adobe marker, component ids). PNG: grey or RGB, palettes are RGB.
  certpress_colour colour;
  /// PNG only: an alpha channel or tRNS.
  bool has_alpha;
} certpress_header;

/// Of libpng, as it runs: "1.6.39".
const char *_Nonnull certpress_png_version(void);
/// Of libjpeg-turbo, as CertPress was built with (it tells no other): "2.1.5".
const char *_Nonnull certpress_jpeg_version(void);

/// Reads the header of a JPEG; nothing after the first SOS is looked at.
/// - `reason`: CERTPRESS_REASON_CAPACITY bytes, or NULL; filled unless the result is CERTPRESS_OK.
certpress_status certpress_jpeg_read_header(
    const uint8_t *_Nonnull bytes, size_t length, certpress_header *_Nonnull header, char *_Nullable reason);

/// Decodes every coefficient without keeping a pixel: finds what `certpress_jpeg_decode` would refuse, in less time.
certpress_status certpress_jpeg_validate(const uint8_t *_Nonnull bytes, size_t length, char *_Nullable reason);

/// Decodes a JPEG (grey, YCbCr or RGB; CMYK is CERTPRESS_UNSUPPORTED) into `pixels`, `stride` · `height` bytes.
/// `width` and `height` are those of the header. Exact integer DCT and smooth chroma: the same pixels on every machine.
certpress_status certpress_jpeg_decode(
    const uint8_t *_Nonnull bytes, size_t length, uint8_t *_Nonnull pixels, int32_t width, int32_t height,
    size_t stride, char *_Nullable reason);

/// Reads the header of a PNG: everything before the first IDAT.
certpress_status certpress_png_read_header(
    const uint8_t *_Nonnull bytes, size_t length, certpress_header *_Nonnull header, char *_Nullable reason);

/// Decodes every row, checking all checksums, without keeping a pixel.
certpress_status certpress_png_validate(const uint8_t *_Nonnull bytes, size_t length, char *_Nullable reason);

/// Decodes a PNG of any colour type, depth (16 bits are scaled to 8) and interlacing into `pixels`, as above. No colour
/// management: samples count as sRGB.
certpress_status certpress_png_decode(
    const uint8_t *_Nonnull bytes, size_t length, uint8_t *_Nonnull pixels, int32_t width, int32_t height,
    size_t stride, char *_Nullable reason);

/// `PNG_FILTER_…` of libpng, which may be or-ed; several let libpng choose for each row.
enum {
  CERTPRESS_PNG_FILTER_NONE = 0x08,
  CERTPRESS_PNG_FILTER_SUB = 0x10,
  CERTPRESS_PNG_FILTER_UP = 0x20,
  CERTPRESS_PNG_FILTER_AVERAGE = 0x40,
  CERTPRESS_PNG_FILTER_PAETH = 0x80,
};

typedef struct {
  /// True: 8-bit RGBA, un-premultiplied as cairo does it. False: 8-bit RGB, alpha is not looked at.
  bool has_alpha;
  /// For pHYs, both ways: 300 dpi is 11811; 0 writes no pHYs.
  uint32_t pixels_per_metre;
  /// zlib's, 0–9.
  int32_t compression_level;
  /// `CERTPRESS_PNG_FILTER_…`.
  int32_t filters;
} certpress_png_options;

/// Bytes owned by the receiver, who frees them with `certpress_bytes_free`.
typedef struct {
  uint8_t *_Nullable start;
  size_t length;
} certpress_bytes;

/// Encodes pixels as a PNG in memory: IHDR, pHYs, IDAT, IEND, nothing else; same pixels and options, same bytes.
/// `encoded` is set on CERTPRESS_OK only.
certpress_status certpress_png_encode(
    const uint8_t *_Nonnull pixels, int32_t width, int32_t height, size_t stride, certpress_png_options options,
    certpress_bytes *_Nonnull encoded, char *_Nullable reason);

void certpress_bytes_free(certpress_bytes bytes);
