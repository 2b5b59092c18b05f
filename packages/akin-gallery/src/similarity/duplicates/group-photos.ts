import type { GroupKind, LinkRule, LinkStrength } from "./photo-links.js";

/** Photos that belong together. */
export interface PhotoGroup {
  kind: GroupKind;
  /** Positions in the list of photos, ascending; at least two. */
  members: number[];
}

/** Members of each group that are compared before a weak link joins them. */
const COMPARED = 5;

/**
 * Groups photos by their links, the rules one after the other, within each the nearest first. A strong link joins two
 * groups. A weak one does so only if most pairs between the two are linked, so that no chain of things that are a
 * little alike comes together. The same photos in the same
 * order give the same groups.
 *
 * @param count of photos
 * @param areApart whether two photos must not be in one group, whatever links them
 * @returns groups ascending by their first member; one is a burst if it has a burst in it
 */
export function groupPhotos(
  count: number,
  rules: readonly LinkRule[],
  areApart?: (a: number, b: number) => boolean,
): PhotoGroup[] {
  const clusters = new Clusters(count);
  for (const rule of rules) {
    const links = [...rule.candidates];
    links.sort((one, other) => one.distance - other.distance || one.a - other.a || one.b - other.b);
    const strength = remembered(rule, count);
    for (const pass of ["strong", "weak"] as const) {
      for (const { a, b } of links) {
        const [left, right] = [clusters.of(a), clusters.of(b)];
        if (left === right || strength(a, b) !== pass) continue;
        if (areApart && anyPair(left.members, right.members, areApart)) continue;
        if (pass === "weak" && !mostAreLinked(left.members, right.members, strength)) continue;
        clusters.join(left, right, rule.kind);
      }
    }
  }
  return clusters.groups();
}

function anyPair(
  left: readonly number[],
  right: readonly number[],
  test: (a: number, b: number) => boolean,
): boolean {
  return left.some((a) => right.some((b) => test(a, b)));
}

function mostAreLinked(
  left: readonly number[],
  right: readonly number[],
  strength: (a: number, b: number) => LinkStrength,
): boolean {
  let linked = 0;
  let pairs = 0;
  for (const a of left.slice(0, COMPARED)) {
    for (const b of right.slice(0, COMPARED)) {
      pairs++;
      if (strength(a, b) !== "none") linked++;
    }
  }
  return linked * 2 > pairs;
}

function remembered(rule: LinkRule, count: number): LinkRule["strength"] {
  const known = new Map<number, LinkStrength>();
  return (one, other) => {
    const [a, b] = one < other ? [one, other] : [other, one];
    const key = a * count + b;
    const strength = known.get(key) ?? rule.strength(a, b);
    known.set(key, strength);
    return strength;
  };
}

interface Cluster {
  /** Ascending. */
  members: number[];
  kind: GroupKind;
}

class Clusters {
  private readonly clusters: Cluster[];

  constructor(count: number) {
    this.clusters = Array.from({ length: count }, (_, i) => ({ members: [i], kind: "duplicate" }));
  }

  of(photo: number): Cluster {
    const cluster = this.clusters[photo];
    if (!cluster) throw new RangeError(`there is no photo ${photo}`);
    return cluster;
  }

  join(left: Cluster, right: Cluster, kind: GroupKind): void {
    const isBurst = [left.kind, right.kind, kind].includes("burst");
    const [large, small] =
      left.members.length >= right.members.length ? [left, right] : [right, left];
    large.members.push(...small.members);
    large.members.sort((a, b) => a - b);
    large.kind = isBurst ? "burst" : "duplicate";
    for (const member of small.members) this.clusters[member] = large;
  }

  groups(): PhotoGroup[] {
    const groups = [...new Set(this.clusters)].filter(({ members }) => members.length > 1);
    return groups.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
  }
}
