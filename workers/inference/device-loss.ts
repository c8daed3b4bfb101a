/**
 * Notices that the graphics card is gone. WebLLM's own handling logs the loss and then takes over a minute to fail, so
 * we look at every device as it is made.
 */
export class DeviceLoss {
  #onLost: ((why: string) => void) | null = null;

  constructor() {
    const { requestDevice } = GPUAdapter.prototype;
    const watch = (device: GPUDevice) => this.#watch(device);
    GPUAdapter.prototype.requestDevice = async function (descriptor) {
      const device = await requestDevice.call(this, descriptor);
      watch(device);
      return device;
    };
  }

  /** Settles as `work` does, or rejects as soon as a device is lost. */
  async during<Result>(work: Promise<Result>, lost: (why: string) => Error): Promise<Result> {
    const loss = new Promise<never>((_, reject) => {
      this.#onLost = (why) => reject(lost(why));
    });
    try {
      return await Promise.race([work, loss]);
    } finally {
      this.#onLost = null;
    }
  }

  #watch(device: GPUDevice): void {
    void device.lost.then(({ reason, message }) => {
      // A model that is unloaded destroys its device itself.
      if (reason !== 'destroyed') this.#onLost?.(message);
    });
  }
}
