//! What counts where several caps hold over the same credits.

/// The most that counts of classes of credits, each under some caps, with no more than `needed` in all.
pub(super) fn most_under_caps(needed: u32, caps: &[u32], mut classes: Vec<(u64, u32)>) -> u32 {
    classes.sort_unstable_by_key(|(under, _)| (under.count_ones(), *under));
    most_of_classes(needed, caps, &classes)
}

fn most_of_classes(needed: u32, caps: &[u32], classes: &[(u64, u32)]) -> u32 {
    let Some(((under, credits), others)) = classes.split_first() else { return 0 };
    let room = |under: u64| {
        let caps = caps.iter().enumerate().filter(|(cap, _)| under & (1 << cap) != 0);
        caps.map(|(_, left)| *left).min().unwrap_or(u32::MAX).min(needed)
    };
    let take = |amount: u32| {
        let mut left = caps.to_vec();
        for (cap, left) in left.iter_mut().enumerate() {
            *left -= if under & (1 << cap) != 0 { amount } else { 0 };
        }
        amount + most_of_classes(needed - amount, &left, others)
    };
    let most = (*credits).min(room(*under));
    // Where all that shares a cap with it is under the same caps at least, nothing else is worth more.
    if others.iter().all(|(other, _)| under & other == 0 || under & !other == 0) {
        return take(most);
    }
    let no_more_than: u32 = others.iter().map(|(other, credits)| (*credits).min(room(*other))).sum();
    let mut best = 0;
    for amount in (0..=most).rev() {
        if best >= (amount + no_more_than).min(needed) {
            break;
        }
        best = best.max(take(amount));
    }
    best
}
