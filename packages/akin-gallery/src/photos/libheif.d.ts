/** The part of libheif's API for JavaScript that Akin uses; the package's own types are of another entry. */
declare module "libheif-js/wasm-bundle.js" {
  /** libheif gives one of these in place of a result, or with it. */
  export interface Status {
    /** One object for each code, compared with `heif_error_code`'s. */
    code?: object;
    message?: string;
  }
  export interface Plane {
    data: Uint8Array;
    /** Bytes a row. */
    stride: number;
    width: number;
    height: number;
  }
  export interface Decoded extends Status {
    image: object;
    channels: Plane[];
  }
  const libheif: {
    heif_error_code: { heif_error_Ok: object };
    heif_colorspace: { heif_colorspace_RGB: object };
    heif_chroma: { heif_chroma_interleaved_RGBA: object };
    heif_context_alloc(): object;
    heif_context_free(context: object): void;
    heif_context_read_from_memory(context: object, file: Uint8Array): Status;
    heif_js_context_get_primary_image_handle(context: object): Status;
    heif_js_decode_image2(handle: object, colourSpace: object, chroma: object): Decoded;
    heif_image_release(image: object): void;
    heif_image_handle_release(handle: object): void;
  };
  export default libheif;
}
