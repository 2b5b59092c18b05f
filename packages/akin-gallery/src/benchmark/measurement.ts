/** What the child process that measures one model is told. */
export interface MeasurementRequest {
  /** As `--model`. */
  model: string;
  dtype?: string;
  device?: string;
  batchSize?: number;
  enhance: boolean;
  smartCrop: boolean;
  /** Files. */
  photos: string[];
}

/** What it found. */
export interface Measurement {
  dimensions: number;
  /** The model alone, in milliseconds; nearly 0 for `akin-small`, which is run where photos are decoded. */
  msPerPhoto: number;
  /** Decoding, web sizes and embedding, overlapped as a build does it. */
  photosPerSecond: number;
  /** The most memory the process had. */
  peakMemoryMb: number;
  /** Photos that could not be decoded. */
  failed: number;
}

/** What the child process answers with. */
export type MeasurementReply =
  | { type: "measured"; measurement: Measurement }
  | { type: "failed"; message: string };
