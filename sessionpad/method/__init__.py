"""What the method says: content as data, rules as pure functions that return findings."""
