// @ts-check
// What a device does for who leads: its screen stays on, and it gives a tone. A browser that can do
// neither is no fault.
{
  const LOW = 520; // Hz
  const LONG = 0.9; // seconds

  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let wanted = false;
  /** @type {AudioContext | undefined} */
  let audio;

  // Whether the screen stays on; asked again whenever the page comes in sight.
  async function on() {
    wanted = true;
    if (!lock || lock.released) lock = await navigator.wakeLock.request("screen");
    if (!wanted) off();
    return true;
  }

  function off() {
    wanted = false;
    lock?.release();
    lock = null;
  }

  function tone() {
    audio ??= new AudioContext();
    audio.resume();
    const [sound, volume, now] = [audio.createOscillator(), audio.createGain(), audio.currentTime];
    sound.frequency.value = LOW;
    volume.gain.setValueAtTime(0.25, now);
    volume.gain.exponentialRampToValueAtTime(0.001, now + LONG);
    sound.connect(volume).connect(audio.destination);
    sound.start();
    sound.stop(now + LONG);
  }

  Gk.wakker = {
    on: () => on().catch(() => false),
    off,
    tone: () => {
      try {
        tone();
      } catch {
        // No sound here: what is seen says enough.
      }
    },
  };
}
