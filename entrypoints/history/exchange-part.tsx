import { useCallback, useEffect, useState } from 'react';
import { ExchangeSection } from '../../components/data/exchange-section.tsx';
import type { PictureProblem } from '../../utils/cases/case.ts';
import { historyDatabase } from '../../utils/cases/database.ts';
import { historyProblemOf } from '../../utils/cases/history-problem.ts';
import {
  MAX_EXCHANGE_BYTES,
  readExchange,
  type SignedExchange,
  signExchange,
} from '../../utils/exchange/exchange-file.ts';
import { fingerprintsToShare } from '../../utils/exchange/fingerprints-to-share.ts';
import { deleteSource, importExchange, listSources, type SharedSource } from '../../utils/exchange/shared-sources.ts';
import { readShopKey, sourceKeyOf } from '../../utils/exchange/shop-key.ts';
import { saveFile } from './save-file.ts';

/** The exchange of fingerprints, with what it reads and writes. */
export function ExchangePart({ onChanged }: { readonly onChanged: () => Promise<void> }) {
  const [ownKey, setOwnKey] = useState('');
  const [sources, setSources] = useState<readonly SharedSource[]>([]);
  const [offered, setOffered] = useState<SignedExchange | null>(null);
  const [sharedCount, setSharedCount] = useState<number | null>(null);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const fail = useCallback((error: unknown) => setProblem(historyProblemOf(error)), []);

  const read = useCallback(async () => setSources(await listSources(await historyDatabase())), []);
  useEffect(() => {
    read().catch(fail);
  }, [read, fail]);

  const share = async (shop: string): Promise<void> => {
    const database = await historyDatabase();
    const key = await readShopKey(database);
    const fingerprints = await fingerprintsToShare(database);
    const madeAt = new Date().toISOString();
    const signed = await signExchange({ shop, madeAt, fingerprints }, key);
    saveFile(new Blob([signed], { type: 'application/json' }), `refund-lens-fingerprints-${madeAt.slice(0, 10)}.json`);
    setOwnKey(await sourceKeyOf(key.publicKey));
    setSharedCount(fingerprints.length);
  };
  const offer = async (file: File): Promise<void> => {
    setProblem(null);
    setOffered(null);
    if (file.size > MAX_EXCHANGE_BYTES) {
      setProblem({ reason: 'exchange-too-big' });
      return;
    }
    const { publicKey } = await readShopKey(await historyDatabase());
    const answer = await readExchange(await file.text(), await sourceKeyOf(publicKey));
    if (typeof answer === 'string') setProblem({ reason: answer });
    else setOffered(answer);
  };
  const change = async (work: () => Promise<void>): Promise<void> => {
    await work();
    await read();
    await onChanged();
  };

  return (
    <ExchangeSection
      shop=""
      ownKey={ownKey}
      sources={sources}
      offered={offered && { ...offered, count: offered.fingerprints.length }}
      sharedCount={sharedCount}
      problem={problem}
      onShare={(shop) => void share(shop).catch(fail)}
      onOffer={(file) => void offer(file).catch(fail)}
      onAnswer={(isTaken) => {
        setOffered(null);
        if (!isTaken || !offered) return;
        change(async () => importExchange(await historyDatabase(), offered, new Date().toISOString())).catch(fail);
      }}
      onDeleteSource={(sourceKey) =>
        void change(async () => deleteSource(await historyDatabase(), sourceKey, new Date().toISOString())).catch(fail)
      }
    />
  );
}
