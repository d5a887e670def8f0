import { failInteraction } from '../world/interaction-answers.ts';
import { firstAnswerMs } from '../world/interaction.ts';
import type { Interaction } from '../world/interaction.ts';
import type { World } from '../world/world.ts';

export interface Deadlines {
  /** Fails the interaction 3 s from now unless it has an answer by then. */
  watch(interaction: Interaction): void;
  close(): void;
}

/**
 * Tells people that "the application did not respond". Real time, because people wait in it;
 * whether an answer still counts is decided by the world's clock. One timer serves all, since
 * what starts first is due first.
 */
export function createDeadlines(world: World): Deadlines {
  const waiting: { interaction: Interaction; dueAt: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const schedule = () => {
    const [next] = waiting;
    timer = next === undefined ? undefined : setTimeout(failDue, Math.max(0, next.dueAt - performance.now()));
  };
  const failDue = () => {
    while (waiting[0] !== undefined && waiting[0].dueAt <= performance.now()) {
      const due = waiting.shift();
      if (due !== undefined) failInteraction(world, due.interaction);
    }
    schedule();
  };
  return {
    watch(interaction) {
      if (world.events.isClosed) return;
      waiting.push({ interaction, dueAt: performance.now() + firstAnswerMs });
      if (timer === undefined) schedule();
    },
    close() {
      clearTimeout(timer);
      waiting.length = 0;
    },
  };
}
