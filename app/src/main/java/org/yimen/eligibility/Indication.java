package org.yimen.eligibility;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What screening suggests of a household (初筛提示). It is no determination: the law wants an
 * investigation and a confirmation first (社会救助暂行办法 第十一条、第十二条; 民发〔2021〕57号 第二十八条).
 *
 * @param suggested category in the case format's codes
 * @param watchKind unstable, marginal, sudden or null
 * @param worth how worth a visit, 0 to 100
 * @param reason one Chinese sentence
 * @param against what speaks against the list, as sentences
 * @param trace findings of all conditions, as known and as likely
 * @param factsHash of the register's facts it rests on
 */
record Indication(
    long household,
    Group group,
    String suggested,
    @Nullable String watchKind,
    Certainty certainty,
    int worth,
    int members,
    String reason,
    List<Missing> missing,
    List<String> against,
    byte[] trace,
    long factsHash) {}
