import libheif, { type Plane, type Status } from "libheif-js/wasm-bundle.js";
import sharp from "sharp";
import { PhotoError } from "./photo-error.js";
import { tiffFile } from "./tiff-file.js";

/**
 * Decodes HEIC, which sharp can't, with all that the file says of turning, mirroring and cropping applied.
 * @returns a TIFF file with the picture's pixels and colour profile
 * @throws PhotoError BROKEN_IMAGE
 */
export async function decodeHeic(file: Uint8Array): Promise<Uint8Array> {
  // sharp reads what the file says, though not its pixels.
  const { icc } = await sharp(file).metadata();
  const context = libheif.heif_context_alloc();
  try {
    refuseFailure(libheif.heif_context_read_from_memory(context, file));
    const handle = libheif.heif_js_context_get_primary_image_handle(context);
    refuseFailure(handle);
    try {
      return decodeImage(handle, icc);
    } finally {
      libheif.heif_image_handle_release(handle);
    }
  } finally {
    libheif.heif_context_free(context);
  }
}

function decodeImage(handle: object, icc: Uint8Array | undefined): Uint8Array {
  const { heif_colorspace_RGB: rgb } = libheif.heif_colorspace;
  const { heif_chroma_interleaved_RGBA: rgba } = libheif.heif_chroma;
  const decoded = libheif.heif_js_decode_image2(handle, rgb, rgba);
  refuseFailure(decoded);
  try {
    const [plane] = decoded.channels;
    if (!plane) throw broken("it has no picture");
    return tiffFile(withoutPadding(plane), { width: plane.width, height: plane.height, icc });
  } finally {
    libheif.heif_image_release(decoded.image);
  }
}

function refuseFailure({ code, message }: Status): void {
  if (code !== undefined && code !== libheif.heif_error_code.heif_error_Ok) throw broken(message);
}

function broken(message = "the file is damaged"): PhotoError {
  return new PhotoError("BROKEN_IMAGE", `can't be decoded: ${message}`);
}

function withoutPadding({ data, stride, width, height }: Plane): Uint8Array {
  const row = 4 * width;
  if (stride === row) return data;
  const packed = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    packed.set(data.subarray(y * stride, y * stride + row), y * row);
  }
  return packed;
}
