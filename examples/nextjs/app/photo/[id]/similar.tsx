"use client";

import { SimilarImages } from "akin-browser/react";
import { useRouter } from "next/navigation";
import { photoAddress } from "../../photo-address";

/** The five photos most like one. They come from one small file of the gallery; no SQLite is loaded. */
export function Similar({ imagePath }: { imagePath: string }) {
  const router = useRouter();
  return (
    <SimilarImages
      imagePath={imagePath}
      gallery="/gallery/"
      limit={5}
      hrefFor={({ path }) => photoAddress(path)}
      onSelect={({ path }) => router.push(photoAddress(path))}
    />
  );
}
