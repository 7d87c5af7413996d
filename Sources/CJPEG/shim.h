#pragma once
// For CPixels only: libjpeg reports errors by longjmp, which ends there and must never cross a Swift frame.
#include <stdio.h>
#include <jpeglib.h>
