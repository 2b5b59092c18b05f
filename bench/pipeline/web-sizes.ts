/**
 * The web sizes as the product makes them, largest first. A copy, because the bound should not move by itself when the
 * product's options do; `pipeline` refuses to run when the sizes of a built gallery differ.
 */
export const WEB_SIZES = [2048, 800, 400].map((size) => ({
  size,
  jpeg: {
    quality: 80,
    chromaSubsampling: "4:2:0",
    progressive: false,
    optimiseCoding: size < 1000,
  },
}));
