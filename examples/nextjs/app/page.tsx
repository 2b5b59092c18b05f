import Link from "next/link";
import { photoAddress } from "./photo-address";
import { photoPaths } from "./photo-paths";

export default function AllPhotos() {
  return (
    <main>
      <h1>All photos</h1>
      <ul>
        {photoPaths().map((path) => (
          <li key={path}>
            <Link href={photoAddress(path)}>{path}</Link>
          </li>
        ))}
      </ul>
      <Link href="/query/">Query</Link>
    </main>
  );
}
