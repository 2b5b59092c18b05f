/** How a photo is shown: enlarged by `scale`, its middle moved by `x` and `y` CSS pixels. */
export interface ZoomView {
  /** 1: as large as fits. */
  scale: number;
  x: number;
  y: number;
}

export interface Point {
  x: number;
  y: number;
}

interface Size {
  width: number;
  height: number;
}

/** What limits a view; sizes in CSS pixels. */
export interface ZoomFrame {
  stage: Size;
  /** The photo as it fits. */
  photo: Size;
  /** The scale at which each pixel of the largest published image has one of the screen. */
  sharpest: number;
}

export const FITTED: ZoomView = { scale: 1, x: 0, y: 0 };

const LARGEST = 4;
/** What a double click enlarges to at least: less would hardly be seen. */
const CLOSER = 2;

/** Four times, or more where the photo has more to show. */
export function maxScale({ sharpest }: ZoomFrame): number {
  return Math.max(LARGEST, sharpest);
}

/** What a double click shows: the photo's own pixels. */
export function closerScale(frame: ZoomFrame): number {
  return Math.min(Math.max(CLOSER, frame.sharpest), maxScale(frame));
}

/** Enlarges about a point that stays where it is. @param point measured from the middle of the stage */
export function zoomAbout(view: ZoomView, scale: number, point: Point): ZoomView {
  const factor = scale / view.scale;
  return {
    scale,
    x: point.x - (point.x - view.x) * factor,
    y: point.y - (point.y - view.y) * factor,
  };
}

/** The nearest view that shows no more empty space than there must be. */
export function withinBounds(view: ZoomView, frame: ZoomFrame, about: Point = view): ZoomView {
  const scale = Math.min(Math.max(view.scale, 1), maxScale(frame));
  const { x, y } = scale === view.scale ? view : zoomAbout(view, scale, about);
  const { stage, photo } = frame;
  return {
    scale,
    x: within(x, (photo.width * scale - stage.width) / 2),
    y: within(y, (photo.height * scale - stage.height) / 2),
  };
}

function within(value: number, limit: number): number {
  return limit <= 0 ? 0 : Math.min(Math.max(value, -limit), limit);
}
