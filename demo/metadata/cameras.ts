/** A camera with one lens. */
export interface Camera {
  make: string;
  model: string;
  lens?: string;
  /** Focal lengths in millimetres, and the factor to 35 mm film. */
  focal: readonly [number, number];
  crop: number;
  /** Apertures. */
  apertures: readonly number[];
  /** Whether it writes the offset from UTC, and the place. */
  knowsOffset: boolean;
  knowsPlace: boolean;
  flash: number;
  /** How it names its files. */
  names: "IMG_" | "DSC_" | "DSCF" | "PXL_" | "P";
}

export const CAMERAS: readonly Camera[] = [
  {
    make: "FUJIFILM",
    model: "X-T4",
    lens: "XF16-55mmF2.8 R LM WR",
    focal: [16, 55],
    crop: 1.5,
    apertures: [2.8, 4, 5.6, 8],
    knowsOffset: true,
    knowsPlace: false,
    flash: 16,
    names: "DSCF",
  },
  {
    make: "NIKON CORPORATION",
    model: "NIKON Z 6",
    lens: "NIKKOR Z 24-70mm f/4 S",
    focal: [24, 70],
    crop: 1,
    apertures: [4, 5.6, 8, 11],
    knowsOffset: true,
    knowsPlace: true,
    flash: 16,
    names: "DSC_",
  },
  {
    make: "Canon",
    model: "Canon EOS 80D",
    lens: "EF-S17-55mm f/2.8 IS USM",
    focal: [17, 55],
    crop: 1.6,
    apertures: [2.8, 4, 7.1, 9],
    knowsOffset: false,
    knowsPlace: false,
    flash: 16,
    names: "IMG_",
  },
  {
    make: "Google",
    model: "Pixel 7",
    focal: [6.8, 6.8],
    crop: 3.7,
    apertures: [1.9],
    knowsOffset: true,
    knowsPlace: true,
    flash: 16,
    names: "PXL_",
  },
  {
    make: "Apple",
    model: "iPhone 13",
    lens: "iPhone 13 back dual wide camera 5.1mm f/1.6",
    focal: [5.1, 5.1],
    crop: 5.1,
    apertures: [1.6],
    knowsOffset: true,
    knowsPlace: true,
    flash: 24,
    names: "IMG_",
  },
  {
    make: "OLYMPUS CORPORATION",
    model: "E-M5MarkIII",
    lens: "OLYMPUS M.12-40mm F2.8",
    focal: [12, 40],
    crop: 2,
    apertures: [2.8, 4, 5.6],
    knowsOffset: false,
    knowsPlace: true,
    flash: 0,
    names: "P",
  },
];
