// png.h's simplified interface alone is called: it reports errors, where the rest jumps (longjmp).
#include <png.h>

// A macro, with a cast that Swift does not import.
static const png_uint_32 viche_png_grey = PNG_FORMAT_GRAY;
