import { type ReactNode, useEffect, useRef } from 'react';

/** Scrolls into sight what appears below all else: why something failed, or what came of it. */
export function IntoView({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} className={className}>
      {children}
    </div>
  );
}
