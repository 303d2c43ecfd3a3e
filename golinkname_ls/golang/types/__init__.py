"""Go's types as go/types knows them: resolved from declarations, for one target."""
