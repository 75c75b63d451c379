import { useEffect, useId, useState } from 'react';
import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import type { PackedOrder, PackingFile } from '../../utils/cases/packing-files.ts';
import { MANUAL_PLATFORM } from '../../utils/checks/manual-platform.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { platformText } from '../../utils/text/platform-text.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { ProblemLine } from '../controls/problem-line.tsx';
import { RefusedFiles } from '../controls/refused-files.tsx';
import { useText } from '../controls/text-context.ts';
import { PackingFileList } from './packing-file-list.tsx';
import type { PackingProps } from './packing-props.ts';
import { PackingWell } from './packing-well.tsx';

const MAX_ORDER_CHARACTERS = 64;

export interface PackingPageProps extends Omit<PackingProps, 'onAdd'> {
  /** Ids of the seller centers that an order may be of. */
  readonly platforms: readonly string[];
  /** What the list is searched by. */
  readonly searched: string;
  /** How many files the last adding kept; null before the first. */
  readonly addedCount: number | null;
  readonly onSearch: (orderId: string) => void;
  readonly onAdd: (order: PackedOrder, files: readonly File[], unread?: readonly RefusedFile[]) => void;
}

/** Photos and videos of packing: attached to an order before dispatch, listed, and found by order number. */
export function PackingPage(props: PackingPageProps) {
  const { files, platforms, isBusy, problem, refused, searched, addedCount, onAdd, onSearch } = props;
  const text = useText();
  const orderField = useId();
  const platformField = useId();
  const searchField = useId();
  const [orderId, setOrderId] = useState('');
  const [platform, setPlatform] = useState(MANUAL_PLATFORM);
  const hasOrder = orderId.trim() !== '';

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      // Text is for the order number.
      if (pasted.length === 0 || !hasOrder) return;
      event.preventDefault();
      event.stopPropagation();
      onAdd({ platform, orderId }, pasted);
    };
    // Captured, since the view keeps its key events to itself.
    addEventListener('paste', paste, { capture: true });
    return () => removeEventListener('paste', paste, { capture: true });
  }, [onAdd, platform, orderId, hasOrder]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file dropped beside the well would be opened in place of this page
    <div
      className="packing-page"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    >
      <h2>{text.t('packing.title')}</h2>
      <p className="muted">{text.t('packing.about')}</p>
      <div className="packing-order-fields">
        <label htmlFor={orderField}>
          {text.t('packing.order')}
          <input
            id={orderField}
            type="text"
            autoComplete="off"
            maxLength={MAX_ORDER_CHARACTERS}
            value={orderId}
            onChange={({ target }) => setOrderId(target.value)}
          />
        </label>
        <label htmlFor={platformField}>
          {text.t('history.platform')}
          <select id={platformField} value={platform} onChange={({ target }) => setPlatform(target.value)}>
            <option value={MANUAL_PLATFORM}>{text.t('packing.anyPlatform')}</option>
            {platforms.map((id) => (
              <option key={id} value={id}>
                {platformText(text, id)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <PackingWell
        closedBecause={hasOrder ? null : text.t('packing.needsOrder')}
        isBusy={isBusy}
        onAdd={(added, unread) => onAdd({ platform, orderId }, added, unread)}
      />
      <p role="status">{addedCount === null ? '' : text.t('packing.added', { count: addedCount })}</p>
      <RefusedFiles refused={refused} />
      {problem && <ProblemLine problem={problem} />}
      <label htmlFor={searchField} className="packing-search">
        {text.t('packing.search')}
        <input
          id={searchField}
          type="search"
          autoComplete="off"
          maxLength={MAX_ORDER_CHARACTERS}
          value={searched}
          onChange={({ target }) => onSearch(target.value)}
        />
      </label>
      {files.length === 0 && (
        <EmptyState title={text.t(searched.trim() === '' ? 'packing.empty' : 'packing.noMatch')} />
      )}
      {ordersOf(files).map(([order, own]) => (
        <section key={`${order.platform} ${order.orderId}`} className="packing-order" aria-label={order.orderId}>
          <h3>
            <bdi>{plainLine(order.orderId, MAX_ORDER_CHARACTERS)}</bdi>{' '}
            <span className="muted">
              {order.platform === MANUAL_PLATFORM ? text.t('packing.anyPlatform') : platformText(text, order.platform)}
            </span>
          </h3>
          <PackingFileList files={own} onSave={props.onSave} onDelete={props.onDelete} />
        </section>
      ))}
    </div>
  );
}

/** Files by their order, in the order in which each order's first file stands. */
function ordersOf(files: readonly PackingFile[]): readonly (readonly [PackedOrder, readonly PackingFile[]])[] {
  const orders = new Map<string, [PackedOrder, PackingFile[]]>();
  for (const file of files) {
    const key = `${file.platform} ${file.orderId}`;
    const known = orders.get(key);
    if (known) known[1].push(file);
    else orders.set(key, [file, [file]]);
  }
  return [...orders.values()];
}
