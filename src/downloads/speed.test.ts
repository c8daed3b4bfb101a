import { describe, expect, it } from 'vitest';
import { Speed } from './speed.ts';

/** Adds `bytes` every 100 ms from `from` to `to`. */
function feed(speed: Speed, bytes: number, from: number, to: number): void {
  for (let now = from; now < to; now += 100) speed.add(bytes, now);
}

describe('Speed', () => {
  it('is not told too early', () => {
    const speed = new Speed();
    expect(speed.perSecond(0)).toBeNull();
    speed.add(1_000, 0);
    expect(speed.perSecond(400)).toBeNull();
  });

  it.each([1_000, 5_000, 60_000])('is right for a steady rate after %i ms', (duration) => {
    const speed = new Speed();
    feed(speed, 100, 0, duration);
    const told = speed.perSecond(duration);
    expect(told).toBeGreaterThan(900);
    expect(told).toBeLessThan(1_100);
  });

  it('follows a change within some seconds, and sinks when nothing comes', () => {
    const speed = new Speed();
    feed(speed, 100, 0, 20_000);
    feed(speed, 1_000, 20_000, 35_000);
    expect(speed.perSecond(35_000)).toBeGreaterThan(9_000);
    expect(speed.perSecond(60_000)).toBeLessThan(100);
  });
});
