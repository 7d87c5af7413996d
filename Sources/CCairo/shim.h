#pragma once
#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
// Draws cairo's pixels; asked for its version only.
#include <pixman.h>
