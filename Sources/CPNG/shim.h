#pragma once
// For CPixels only: libpng reports errors by longjmp, which ends there and must never cross a Swift frame.
#include <png.h>
