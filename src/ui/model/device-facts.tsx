import { type Device, describeDevice } from '../../engine/device.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import styles from './model-menu.module.css';

/** What decides which models run here, to be read or copied. */
export function DeviceFacts({ device }: { readonly device: Device }) {
  const text = describeDevice(device);
  return (
    <details className={styles.device}>
      <summary>About this device</summary>
      <pre>{text}</pre>
      <CopyButton label="Copy" text={() => `${text}\n${navigator.userAgent}`} />
    </details>
  );
}
