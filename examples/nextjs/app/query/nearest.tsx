"use client";

import { fetchSimilarImages, type SimilarImage } from "akin-browser";
import { useDatabase } from "akin-browser/react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { photoAddress } from "../photo-address";

/** Any photo's nearest by a live query: both databases are loaded into a worker when this is on the page. */
export function Nearest({ paths }: { paths: string[] }) {
  const [databases, progress, error] = useDatabase("/gallery/");
  const [path, setPath] = useState(paths[0] ?? "");
  const [nearest, setNearest] = useState<SimilarImage[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    if (databases === null || path === "") return;
    const controller = new AbortController();
    const { main: mainDb, vectors: vectorDb } = databases;
    fetchSimilarImages({ mainDb, vectorDb, imagePath: path, limit: 8, signal: controller.signal })
      .then((found) => {
        setNearest(found);
        setFailure(null);
      })
      .catch((reason: unknown) => {
        if (!controller.signal.aborted) setFailure(String(reason));
      });
    return () => controller.abort();
  }, [databases, path]);

  const problem = error?.message ?? failure;
  if (problem !== null) return <p role="alert">{problem}</p>;
  if (databases === null) return <progress max={100} value={progress} />;
  return (
    <>
      <label>
        Photo{" "}
        <select value={path} onChange={(event) => setPath(event.target.value)}>
          {paths.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <ol>
        {nearest?.map((photo) => (
          <li key={photo.path}>
            <Link href={photoAddress(photo.path)}>{photo.path}</Link> {photo.similarity.toFixed(4)}
          </li>
        ))}
      </ol>
    </>
  );
}
