import {
  atOfCamera,
  type Camera,
  clampCamera,
  panBy,
  type Viewport,
  WHOLE_MAP,
  zoomAt,
} from "./camera.js";
import { approach, isNear, type Speed, slowed } from "./camera-motion.js";

export interface MovingCameraOptions {
  camera: Camera;
  viewport: () => Viewport;
  /** How many photos the map has: of more one can come nearer. */
  photos: number;
  /** Whether the visitor wants nothing to move by itself. */
  calm: () => boolean;
  /** Told when it has moved, or is about to: `step` goes on. */
  onMove: () => void;
}

/** Where one looks, on the way to where one wants to. */
export class MovingCamera {
  readonly #options: MovingCameraOptions;
  #now: Camera;
  #goal: Camera | null = null;
  #speed: Speed | null = null;

  constructor(options: MovingCameraOptions) {
    this.#options = options;
    this.#now = options.camera;
  }

  get now(): Camera {
    return this.#now;
  }

  /** Where it is or is going to, as the address has it. */
  get at(): string | null {
    return atOfCamera(this.#goal ?? this.#now);
  }

  get isMoving(): boolean {
    return this.#goal !== null || this.#speed !== null;
  }

  /** Moves with a finger or the mouse; stops what glides. */
  drag(dx: number, dy: number): void {
    this.#goal = null;
    this.#speed = null;
    this.#look(panBy(this.#now, this.#options.viewport(), dx, dy));
  }

  /** Glides on after a drag. */
  release(speed: Speed): void {
    if (this.#options.calm()) return;
    this.#speed = speed;
    this.#options.onMove();
  }

  /** Comes nearer at once, as two fingers do. */
  pinch(factor: number, left: number, top: number): void {
    this.#goal = null;
    this.#look(this.#zoomed(this.#now, factor, left, top));
  }

  /** Comes nearer or goes away, smoothly; what is at the point stays there. */
  zoom(factor: number, left: number, top: number): void {
    this.goTo(this.#zoomed(this.#goal ?? this.#now, factor, left, top));
  }

  /** Moves on by some CSS pixels, smoothly. */
  pan(dx: number, dy: number): void {
    this.goTo(panBy(this.#goal ?? this.#now, this.#options.viewport(), dx, dy));
  }

  whole(): void {
    this.goTo(WHOLE_MAP);
  }

  goTo(camera: Camera): void {
    this.#speed = null;
    this.#goal = this.#clamped(camera);
    if (this.#options.calm()) this.#arrive(this.#goal);
    else this.#options.onMove();
  }

  /** Keeps within bounds that have changed. */
  stay(): void {
    this.#look(this.#now);
  }

  /** Goes on gliding. */
  step(milliseconds: number): void {
    if (this.#goal !== null) {
      const next = approach(this.#now, this.#goal, milliseconds);
      if (isNear(next, this.#goal)) this.#arrive(this.#goal);
      else this.#look(next);
    } else if (this.#speed !== null) {
      const { x, y } = this.#speed;
      this.#speed = slowed(this.#speed, milliseconds);
      this.#look(panBy(this.#now, this.#options.viewport(), x * milliseconds, y * milliseconds));
    }
  }

  #arrive(goal: Camera): void {
    this.#goal = null;
    this.#look(goal);
  }

  #look(camera: Camera): void {
    this.#now = this.#clamped(camera);
    this.#options.onMove();
  }

  #clamped(camera: Camera): Camera {
    return clampCamera(camera, this.#options.viewport(), this.#options.photos);
  }

  #zoomed(camera: Camera, factor: number, left: number, top: number): Camera {
    const { viewport, photos } = this.#options;
    return zoomAt(camera, viewport(), factor, left, top, photos);
  }
}
