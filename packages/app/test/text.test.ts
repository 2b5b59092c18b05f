import { describe, expect, test, vi } from "vitest";
import { imageLevels } from "../src/photo/image-levels.js";
import { describeCamera, describeEquivalent, describeExposure } from "../src/text/exposure.js";
import { describeCoordinates, describeSize } from "../src/text/measures.js";
import { describeTakenAt } from "../src/text/taken-at.js";

// Node 20 has no navigator; before the imports, whose formats ask for the language at once.
vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"] }));

describe("dates", () => {
  test("are those of the camera, wherever the visitor is", () => {
    const taken = describeTakenAt("2024-06-14T23:30:00+09:00");
    expect(taken?.date).toMatch(/14/);
    expect(taken?.weekday).toBe("Friday");
    expect(taken?.time).toMatch(/30/);
    expect(taken?.offset).toBe("UTC+9");
  });

  test("have an offset only where the file says it", () => {
    expect(describeTakenAt("2024-06-14T18:03:00")?.offset).toBe("");
    expect(describeTakenAt("2024-06-14T18:03:00-03:30")?.offset).toBe("UTC−3:30");
    expect(describeTakenAt("2024-06-14T18:03:00Z")?.offset).toBe("UTC");
    expect(describeTakenAt("some day in June")).toBeNull();
  });
});

describe("exposure", () => {
  test("reads as on a camera", () => {
    const exif = { exposure_s: 0.004, aperture_f: 2.8, iso: 200, focal_length_mm: 35 };
    expect(describeExposure(exif)).toBe("1/250 s · f/2.8 · ISO 200 · 35 mm");
    expect(describeExposure({ exposure_s: 2.5 })).toBe("2.5 s");
    expect(describeExposure({})).toBe("");
  });

  test("names the maker once", () => {
    const nikon = { camera_make: "NIKON CORPORATION", camera_model: "NIKON D750" };
    expect(describeCamera(nikon)).toBe("NIKON D750");
    expect(describeCamera({ camera_make: "Apple", camera_model: "iPhone 15" })).toBe(
      "Apple iPhone 15",
    );
    expect(describeCamera({ camera_model: "X100V" })).toBe("X100V");
    expect(describeCamera({ camera_make: "Leica" })).toBe("Leica");
  });

  test("tells the equivalent where it differs", () => {
    expect(describeEquivalent({ focal_length_mm: 4.2, focal_length_35mm: 26 })).toMatch(/^26 mm/);
    expect(describeEquivalent({ focal_length_mm: 35, focal_length_35mm: 35 })).toBe("");
  });
});

test("coordinates and sizes", () => {
  expect(describeCoordinates(-33.8568, 151.2153)).toBe("33.8568° S, 151.2153° E");
  expect(describeSize(6000, 4000, 8_240_000)).toBe("6000 × 4000 · 8.2 MB");
});

test("images are loaded from coarse to sharp, and no more than needed", () => {
  expect(imageLevels([400, 800, 2048], 1500, 0)).toEqual([400, 800, 2048]);
  expect(imageLevels([400, 800, 2048], 1500, 400)).toEqual([800, 2048]);
  expect(imageLevels([400, 800, 2048], 780, 0)).toEqual([400, 800]);
  expect(imageLevels([400], 1500, 0)).toEqual([400]);
  expect(imageLevels([400, 800, 2048], 300, 0)).toEqual([400]);
});
