import { useEffect, useState } from 'react';
import type { Device } from '../../engine/device.ts';
import { probeWebGpu } from '../../engine/probe-webgpu.ts';

/** Looked at when somebody wants to know: it wakes the graphics driver. Null until then. */
export function useDevice(wanted: boolean): Device | null {
  const [device, setDevice] = useState<Device | null>(null);
  useEffect(() => {
    if (wanted) probeWebGpu().then((webGpu) => setDevice({ webGpu, memoryGiB: memoryGiB(), isMobile: isMobile() }));
  }, [wanted]);
  return device;
}

/** Of Chromium alone. */
function memoryGiB(): number | null {
  const memory: unknown = Reflect.get(navigator, 'deviceMemory');
  return typeof memory === 'number' ? memory : null;
}

function isMobile(): boolean {
  return /Android|iPhone|iPad|Mobile/.test(navigator.userAgent);
}
