package jakarta.annotation.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A stand-in with the name that the processor looks for. */
@Retention(RetentionPolicy.RUNTIME)
public @interface PermitAll {}
