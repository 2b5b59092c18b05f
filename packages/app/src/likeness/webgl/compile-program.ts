/** @throws Error where the browser's WebGL can't run the shaders */
export function compileProgram(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader === null) throw new Error("This browser's WebGL has no shaders.");
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true) {
    throw new Error(`The map's shaders don't compile: ${gl.getProgramInfoLog(program)}`);
  }
  return program;
}

/** Ties a buffer's numbers to a shader's input. */
export function bindAttribute(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  name: string,
  layout: {
    buffer: WebGLBuffer;
    size: number;
    type: number;
    normalised?: boolean;
    stride?: number;
    offset?: number;
    /** Whether a value is of a whole instance. */
    perInstance?: boolean;
  },
): void {
  const location = gl.getAttribLocation(program, name);
  const { buffer, size, type, normalised = false, stride = 0, offset = 0 } = layout;
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.enableVertexAttribArray(location);
  gl.vertexAttribPointer(location, size, type, normalised, stride, offset);
  if (layout.perInstance) gl.vertexAttribDivisor(location, 1);
}
