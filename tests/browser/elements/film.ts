import { BufferTarget, CanvasSource, Output, QUALITY_LOW, WebMOutputFormat } from 'mediabunny';

/** The address of a film as small as can be, in the format that every build of the browser writes and plays; `length` in seconds. */
export async function makeFilm(length: number): Promise<string> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
  const paint = canvas.getContext('2d')!;
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new CanvasSource(canvas, { codec: 'vp8', bitrate: QUALITY_LOW });
  output.addVideoTrack(source, { frameRate: 10 });
  await output.start();
  for (let frame = 0; frame < length * 10; frame++) {
    paint.fillStyle = `hsl(${frame * 9} 80% 50%)`;
    paint.fillRect(0, 0, 64, 64);
    await source.add(frame / 10, 0.1);
  }
  await output.finalize();
  return URL.createObjectURL(new Blob([output.target.buffer!], { type: 'video/webm' }));
}
