// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

/// What everything that happens at the bench works with: its memory, the rules and the record, the
/// answers, the questions back, the signatures, who is signed in.
record Desk(
        Context context,
        Work work,
        Replies replies,
        Prompts prompts,
        Signing signing,
        Session session) {}
