"""The brief: where some parties stand, in sentences put together from the record, each with the words it rests on."""
