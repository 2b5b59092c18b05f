/** Points: discs in the photo's average colour, with a thin edge, so that a light one is seen on a light page. */
export const POINT_VERTEX = `#version 300 es
in vec2 place;
in vec3 colour;
in float hidden;
uniform vec2 centre;
uniform vec2 unit;
uniform float diameter;
out vec3 fill;
void main() {
  vec2 at = (place - centre) * unit;
  gl_Position = hidden > 0.5 ? vec4(2.0, 2.0, 0.0, 1.0) : vec4(at.x, -at.y, 0.0, 1.0);
  gl_PointSize = diameter;
  fill = colour;
}`;

export const POINT_FRAGMENT = `#version 300 es
precision highp float;
in vec3 fill;
uniform vec3 ink;
uniform float diameter;
out vec4 painted;
void main() {
  float radius = diameter * 0.5;
  float away = length(gl_PointCoord - 0.5) * diameter;
  float alpha = clamp(radius - away + 0.5, 0.0, 1.0);
  float edge = clamp(away - radius + 1.5, 0.0, 1.0);
  painted = vec4(mix(fill, ink, 0.25 * edge), 1.0) * alpha;
}`;

/** Pictures: a rectangle each, with corners of two pixels. */
export const SPRITE_VERTEX = `#version 300 es
in vec2 corner;
in vec4 box;
in vec4 part;
in float opacity;
uniform vec2 pixel;
out vec2 at;
out vec2 from;
out vec2 half_size;
out float shown;
void main() {
  vec2 side = corner - 0.5;
  half_size = box.zw * 0.5;
  at = side * box.zw;
  from = part.xy + corner * part.zw;
  shown = opacity;
  vec2 place = (box.xy + at) * pixel;
  gl_Position = vec4(place.x - 1.0, 1.0 - place.y, 0.0, 1.0);
}`;

export const SPRITE_FRAGMENT = `#version 300 es
precision highp float;
in vec2 at;
in vec2 from;
in vec2 half_size;
in float shown;
uniform sampler2D pictures;
uniform float corner_radius;
out vec4 painted;
void main() {
  vec2 beyond = abs(at) - half_size + corner_radius;
  float away = length(max(beyond, 0.0)) - corner_radius;
  float alpha = clamp(0.5 - away, 0.0, 1.0) * shown;
  painted = vec4(texture(pictures, from).rgb, 1.0) * alpha;
}`;
