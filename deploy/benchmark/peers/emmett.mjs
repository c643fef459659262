// Appends with Emmett as long as it is told to. One JSON per line: the first says what to append, each other one says how
// many milliseconds; an answer is the time of the whole and of every append.
import { createInterface } from 'node:readline';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const answer = (value) => process.stdout.write(JSON.stringify(value) + '\n');

/** One caller: half of its appends go to a hundredth of its own streams. */
const caller = (eventStore, streams, work) => {
  const versions = new Array(streams.length).fill(0n);
  const hot = Math.max(1, Math.floor(streams.length / 100));
  return async (end, microseconds) => {
    while (performance.now() < end) {
      const begun = performance.now();
      const stream = Math.floor(Math.random() * (Math.random() < 0.5 ? hot : streams.length));
      await eventStore.appendToStream(
        streams[stream],
        [{ type: work.type, data: work.events[stream % work.events.length], metadata: work.metadata }],
        { expectedStreamVersion: versions[stream] },
      );
      versions[stream] += 1n;
      microseconds.push(Math.round((performance.now() - begun) * 1000));
    }
  };
};

let eventStore;
let callers = [];

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  if (command.streams) {
    // the driver's pool has ten connections: one for each caller
    eventStore = getPostgreSQLEventStore(process.env.DATABASE_URL);
    await eventStore.schema.migrate();
    const share = Math.floor(command.streams.length / command.callers);
    callers = Array.from({ length: command.callers }, (_, i) =>
      caller(eventStore, command.streams.slice(i * share, (i + 1) * share), command));
    answer({ ready: true });
  } else {
    const begun = performance.now();
    const microseconds = [];
    await Promise.all(callers.map((append) => append(begun + command.milliseconds, microseconds)));
    answer({ nanoseconds: Math.round((performance.now() - begun) * 1e6), microseconds });
  }
}
await eventStore?.close();
