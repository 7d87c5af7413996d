#pragma once
// First, so that FreeType's and fontconfig's declarations belong to their own modules and not to this one.
#include "../CFontconfig/shim.h"
#include "../CFreeType/shim.h"
#include <hb.h>
#include <pango/pango.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

// GObject's casts and Pango's glyph constants are macros, which Swift cannot see.

/// A font map that knows the fonts of `config` and no others, at 72 units per inch so that a point is a unit.
static inline PangoFontMap *cpango_font_map_new(FcConfig *config) {
  PangoFontMap *map = pango_ft2_font_map_new();
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
  return map;
}

/// Frees the map and its hold on the configuration, which Pango 1.50.12 alone forgets to give back.
static inline void cpango_font_map_free(PangoFontMap *map) {
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), NULL);
  g_object_unref(map);
}

/// The file that a font of such a map draws from; NULL if there is none. The font owns the string.
static inline const char *cpango_font_file(PangoFont *font) {
  FcChar8 *file = NULL;
  if (!PANGO_IS_FC_FONT(font)) return NULL;
  if (FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FILE, 0, &file) != FcResultMatch) return NULL;
  return (const char *)file;
}

static inline gboolean cpango_glyph_is_unknown(PangoGlyph glyph) { return (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0; }
static inline gboolean cpango_glyph_is_empty(PangoGlyph glyph) { return glyph == PANGO_GLYPH_EMPTY; }
