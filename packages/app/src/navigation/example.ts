/** A rectangle of an upright photo, in whole thousandths of its width and height. */
export interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A photo's width, and its height, in the units of a part. */
export const WHOLE_PART = 1000;
/** Less of a photo shows nothing. */
export const LEAST_PART = 50;

/** What photos can be like, or unlike. */
export type Example =
  | { kind: "photo"; id: number }
  /** @property name of a picture that the visitor has shown to the page, which keeps it in memory only */
  | { kind: "picture"; name: string }
  /** A part of a photo of the gallery. */
  | { kind: "part"; id: number; part: Part }
  | { kind: "word"; text: string };

type ExampleKind = Example["kind"];

/** In the order in which they are shown; with their keys in the address, as an example to be like and to be unlike. */
const KEYS = [
  ["photo", "like", "unlike"],
  ["picture", "picture", "unpicture"],
  ["part", "part", "unpart"],
  ["word", "word", "unword"],
] as const satisfies [ExampleKind, string, string][];

/** As an address has it. */
function textOf(example: Example): string {
  switch (example.kind) {
    case "photo":
      return String(example.id);
    case "picture":
      return example.name;
    case "part": {
      const { x, y, width, height } = example.part;
      return [example.id, x, y, width, height].join("-");
    }
    case "word":
      return example.text;
  }
}

/** The same for examples that are the same. */
export function exampleKey(example: Example): string {
  return `${example.kind} ${textOf(example)}`;
}

export function photoExamples(ids: readonly number[]): Example[] {
  return ids.map((id) => ({ kind: "photo", id }));
}

/** Examples without some of them. */
export function withoutExamples(all: readonly Example[], some: readonly Example[]): Example[] {
  const gone = new Set(some.map(exampleKey));
  return all.filter((example) => !gone.has(exampleKey(example)));
}

/** Of several that are the same the first. */
export function joinExamples(...examples: readonly (readonly Example[])[]): Example[] {
  return [...new Map(examples.flat().map((each) => [exampleKey(each), each])).values()];
}

/** @returns undefined where an address makes no sense */
export function parseExamples(
  params: URLSearchParams,
  sign: "plus" | "minus",
): Example[] | undefined {
  const parsed = KEYS.flatMap(([kind, plus, minus]) =>
    params.getAll(sign === "plus" ? plus : minus).flatMap((value) => parse(kind, value)),
  );
  const examples = parsed.filter((example) => example !== undefined);
  return examples.length === parsed.length ? joinExamples(examples) : undefined;
}

export function appendExamples(
  params: URLSearchParams,
  plus: readonly Example[],
  minus: readonly Example[],
): void {
  for (const [kind, plusKey, minusKey] of KEYS) {
    for (const [key, examples] of [[plusKey, plus] as const, [minusKey, minus] as const]) {
      const values = examples.filter((example) => example.kind === kind).map(textOf);
      // Words may have commas of their own.
      const joined = kind === "word" || values.length === 0 ? values : [values.join(",")];
      for (const value of joined) params.append(key, value);
    }
  }
}

function parse(kind: ExampleKind, value: string): (Example | undefined)[] {
  if (kind === "word") {
    const text = value.trim();
    return text === "" ? [] : [{ kind, text }];
  }
  return value.split(",").map((each) => {
    if (kind === "photo") {
      const id = parseId(each);
      return id === undefined ? undefined : { kind, id };
    }
    if (kind === "part") return parsePart(each);
    return /^[a-z0-9]{1,16}$/.test(each) ? { kind, name: each } : undefined;
  });
}

function parsePart(text: string): Example | undefined {
  const match = /^(\d+)-(\d{1,4})-(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(text);
  const id = parseId(match?.[1] ?? "");
  const [x = 0, y = 0, width = 0, height = 0] = (match ?? []).slice(2).map(Number);
  const part = { x, y, width, height };
  return id === undefined || !isPart(part) ? undefined : { kind: "part", id, part };
}

function isPart({ x, y, width, height }: Part): boolean {
  const isWide = width >= LEAST_PART && x + width <= WHOLE_PART;
  return isWide && height >= LEAST_PART && y + height <= WHOLE_PART;
}

export function parseId(text: string): number | undefined {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
