// The sounds of a kitchen, made by the browser itself: short, and each unlike the others, also through a cheap speaker beside a hood.

// [frequency in Hz, start, length in s]
const notes = {
  bell: [[1319, 0, 0.5], [1976, 0.02, 0.5]],
  chime: [[784, 0, 0.25], [1047, 0.16, 0.25], [1319, 0.32, 0.4]],
  double: [[988, 0, 0.14], [988, 0.22, 0.2]],
  fall: [[880, 0, 0.18], [659, 0.16, 0.18], [440, 0.32, 0.35]],
  alarm: [[698, 0, 0.16], [932, 0.2, 0.16], [698, 0.4, 0.16], [932, 0.6, 0.2]],
  wood: [[523, 0, 0.06], [523, 0.14, 0.06]],
};

export const tones = Object.keys(notes);

let context;

/** Whether sound comes out. Before the first touch of a page a browser keeps silent. */
export const isAudible = () => context?.state === 'running';

/** Opens the ears; must be called by a touch or a key. */
export async function unlock() {
  context ??= new AudioContext();
  if (context.state !== 'running') await context.resume();
}

export function play(tone, volume) {
  if (!isAudible() || volume <= 0) return;
  for (const [frequency, start, length] of notes[tone] ?? notes.bell) {
    const at = context.currentTime + start;
    const voice = new OscillatorNode(context, { type: 'triangle', frequency });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.linearRampToValueAtTime(volume, at + 0.01);
    gain.gain.exponentialRampToValueAtTime(0.001, at + length);
    voice.connect(gain).connect(context.destination);
    voice.start(at);
    voice.stop(at + length);
  }
}
