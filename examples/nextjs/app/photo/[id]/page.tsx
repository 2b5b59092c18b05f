import { photoId } from "akin-browser/format";
import { notFound } from "next/navigation";
import { photoFile } from "../../photo-address";
import { photoPaths } from "../../photo-paths";
import { Similar } from "./similar";

interface Props {
  params: Promise<{ id: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return photoPaths().map((path) => ({ id: String(photoId(path)) }));
}

export default async function PhotoDetails({ params }: Props) {
  const { id } = await params;
  const path = photoPaths().find((each) => String(photoId(each)) === id);
  if (path === undefined) notFound();
  return (
    <main>
      <h1>{path}</h1>
      {/* biome-ignore lint/performance/noImgElement: a static export has no server that would resize it */}
      <img className="photo" src={photoFile(path)} alt={path} />
      <Similar imagePath={path} />
    </main>
  );
}
