import { type ReactNode, useId } from 'react';

interface DataSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One matter of the data and its privacy. */
export function DataSection({ title, children }: DataSectionProps) {
  const id = useId();
  return (
    <section className="data-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
