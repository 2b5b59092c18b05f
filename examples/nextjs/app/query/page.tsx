import { photoPaths } from "../photo-paths";
import { Nearest } from "./nearest";

export default function Query() {
  return (
    <main>
      <h1>The databases themselves</h1>
      <Nearest paths={photoPaths()} />
    </main>
  );
}
