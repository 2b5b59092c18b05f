/** Which of its constraints a query hands over, in the order of the values; in sqlite-vec's letters, which EXPLAIN QUERY PLAN shows. */
export interface Plan {
  kind: "all" | "point" | "nearest";
  /** The number of the vector column that is searched, among vector columns. */
  vector: number;
  terms: readonly Term[];
}

export type Operator = "=" | ">" | "<=" | "<" | ">=" | "!=" | "in";

export type Term =
  | { kind: "match" | "k" | "rowids" | "id" }
  /** `index` counts the columns of this kind. */
  | { kind: "partition" | "metadata"; index: number; operator: Operator }
  | { kind: "distance"; operator: Operator };

const PLANS: Record<string, Plan["kind"]> = { "1": "all", "2": "point", "3": "nearest" };
const SIMPLE = { "{": "match", "}": "k", "[": "rowids", "!": "id" } as const;
const OPERATORS: readonly Operator[] = ["=", ">", "<=", "<", ">=", "!=", "in"];
const DISTANCE_OPERATORS: readonly Operator[] = [">", ">=", "<", "<="];
const A = 97;

/** A letter for the plan, then four for each term. */
export function encodePlan(kind: Plan["kind"], terms: readonly Term[]): string {
  const letter = Object.keys(PLANS).find((key) => PLANS[key] === kind);
  return letter + terms.map(encodeTerm).join("");
}

export function decodePlan(text: string, vector: number): Plan {
  const kind = PLANS[text[0] ?? ""];
  if (kind === undefined) throw new Error(`unknown idxStr '${text}'`);
  const terms = (text.slice(1).match(/.{4}/g) ?? []).map(decodeTerm);
  return { kind, vector, terms };
}

function encodeTerm(term: Term): string {
  switch (term.kind) {
    case "partition":
    case "metadata": {
      const column = String.fromCharCode(65 + term.index);
      const operator = String.fromCharCode(A + OPERATORS.indexOf(term.operator));
      return `${term.kind === "partition" ? "]" : "&"}${column}${operator}_`;
    }
    case "distance":
      return `*${String.fromCharCode(A + DISTANCE_OPERATORS.indexOf(term.operator))}__`;
    default:
      return `${Object.entries(SIMPLE).find(([, kind]) => kind === term.kind)?.[0]}___`;
  }
}

function decodeTerm(text: string): Term {
  const [kind = "", column = "", operator = ""] = text;
  if (kind === "*") {
    return { kind: "distance", operator: pick(DISTANCE_OPERATORS, column) };
  }
  if (kind === "]" || kind === "&") {
    const index = column.charCodeAt(0) - 65;
    return {
      kind: kind === "]" ? "partition" : "metadata",
      index,
      operator: pick(OPERATORS, operator),
    };
  }
  return { kind: SIMPLE[kind as keyof typeof SIMPLE] };
}

function pick(operators: readonly Operator[], letter: string): Operator {
  return operators[letter.charCodeAt(0) - A] ?? "=";
}
