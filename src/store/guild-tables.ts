export interface GuildTables {
  guild_settings: {
    guild_id: string;
    /** JSON of `GuildSettings`. */
    settings: string;
    /** As in the settings: the sweep reads it. */
    retention_days: number;
    revision: number;
    changed_by: string | null;
    changed_at: number;
  };
  gap_decisions: {
    decision_id: string;
    guild_id: string;
    kind: 'taught' | 'dismissed';
    decided_by: string | null;
    decided_at: number;
    undone_by: string | null;
    undone_at: number | null;
    /** From here its retention counts; null while a lesson holds. */
    over_at: number | null;
  };
  kept_questions: {
    question_id: string;
    guild_id: string;
    question: string;
    asked_by: string;
    asked_at: number;
    unanswered: 0 | 1;
    article_id: string | null;
    article_version: string | null;
    passage_id: string | null;
    corpus_version: string;
    decision_id: string | null;
  };
  votes: {
    question_id: string;
    member_id: string;
    value: 'up' | 'down';
    reason: 'wrong-passage' | 'not-what-i-asked' | 'cut-out-of-context' | null;
    voted_at: number;
  };
  lessons: {
    decision_id: string;
    guild_id: string;
    article_id: string;
    article_version: string;
    passage_id: string;
    start_offset: number;
    end_offset: number;
    passage_text: string;
    is_stale: 0 | 1;
  };
  lesson_wordings: {
    decision_id: string;
    position: number;
    guild_id: string;
    wording: string;
    asked_by: string | null;
    taught_at: number;
  };
  digests: {
    guild_id: string;
    week: string;
    claimed_at: number;
  };
}
