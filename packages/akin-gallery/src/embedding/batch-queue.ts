/**
 * Gathers items into batches and works on one batch at a time, while the next is gathered. Whoever adds to a full
 * batch waits, so that no more than two batches are ever held.
 */
export class BatchQueue<T> {
  private gathered: T[] = [];
  private running: Promise<void> | undefined;
  private failure: { error: unknown } | undefined;

  /**
   * @param size of a batch
   * @param work what is done with each
   */
  constructor(
    private readonly size: number,
    private readonly work: (batch: T[]) => Promise<void>,
  ) {}

  /** Resolves when the item is in a batch; throws what `work` has thrown for an earlier one. */
  async add(item: T): Promise<void> {
    while (this.gathered.length >= this.size && this.running) await this.running;
    this.throwFailure();
    this.gathered.push(item);
    if (this.gathered.length >= this.size) this.start();
  }

  /** Resolves when all that was added is worked on. */
  async finish(): Promise<void> {
    while (this.running) await this.running;
    this.throwFailure();
    if (this.gathered.length === 0) return;
    this.start();
    await this.finish();
  }

  /** Resolves when the batch that is being worked on is done; what is not yet in work is dropped. */
  async abandon(): Promise<void> {
    this.gathered = [];
    await this.running;
  }

  private start(): void {
    if (this.running || this.failure) return;
    const batch = this.gathered;
    this.gathered = [];
    this.running = this.work(batch)
      .catch((error: unknown) => {
        this.failure = { error };
      })
      .then(() => {
        this.running = undefined;
        if (this.gathered.length >= this.size) this.start();
      });
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.error;
  }
}
