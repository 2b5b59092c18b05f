/** How long the host may take to begin its answer when there is an older one to show, in milliseconds. */
const PATIENCE = 3000;

/** How long a host that has not answered is not waited for again: a page asks for several files. */
const SILENCE = 20_000;

let silentUntil = 0;

interface Answer {
  response: Response;
  /** Whether it is what was kept. The network may still answer. */
  isKept: boolean;
}

/** What the host has; what was kept of before, where the host can't be reached or lets one wait. */
export async function networkFirst(
  network: Promise<Response>,
  findKept: () => Promise<Response | undefined>,
): Promise<Answer> {
  const kept = (await answersInTime(network)) ? undefined : await findKept();
  if (kept) return { response: kept, isKept: true };
  try {
    return { response: await network, isKept: false };
  } catch (error) {
    const older = await findKept();
    if (older === undefined) throw error;
    return { response: older, isKept: true };
  }
}

async function answersInTime(network: Promise<Response>): Promise<boolean> {
  const settled = network.then(
    () => true,
    () => true,
  );
  const now = Date.now();
  const isInTime = await Promise.race([settled, after(now < silentUntil ? 0 : PATIENCE)]);
  if (!isInTime) silentUntil = now + SILENCE;
  // Any answer tells that the host can be reached again.
  void settled.then(() => {
    silentUntil = 0;
  });
  return isInTime;
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}
