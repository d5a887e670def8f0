export interface ConversationTables {
  claims: {
    message_id: string;
    channel_id: string;
    guild_id: string | null;
    claimed_at: number;
    finished: 0 | 1;
  };
  interaction_claims: { interaction_id: string; guild_id: string | null; claimed_at: number };
  turns: {
    question_id: string;
    answer_id: string | null;
    guild_id: string | null;
    channel_id: string;
    thread_id: string | null;
    asked_by: string;
    question: string;
    asked_at: number;
    verdict: 'answers' | 'may-answer' | 'does-not-say';
    article_id: string | null;
    article_version: string | null;
    passage_id: string | null;
    corpus_version: string;
  };
  threads: {
    thread_id: string;
    guild_id: string;
    channel_id: string;
    answer_count: number;
    stepped_in_at: number | null;
    last_used_at: number;
  };
}
